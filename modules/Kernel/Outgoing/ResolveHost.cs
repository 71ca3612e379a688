using System.Net;

namespace Cryptocardium.Kernel.Outgoing;

/// <summary>Looks up the addresses of a host's name.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);
