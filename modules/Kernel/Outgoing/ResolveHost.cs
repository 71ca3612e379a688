using System.Net;

namespace Cryptocardium.Kernel.Outgoing;

/// <summary>Resolves a host's name to its addresses.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);
