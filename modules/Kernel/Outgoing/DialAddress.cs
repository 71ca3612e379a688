using System.Net;

namespace Cryptocardium.Kernel.Outgoing;

/// <summary>Opens a TCP connection to an address.</summary>
public delegate ValueTask<Stream> DialAddress(IPEndPoint address, CancellationToken cancellationToken);
