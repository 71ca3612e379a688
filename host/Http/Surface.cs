namespace Cryptocardium.Host.Http;

/// <summary>
/// A part of the HTTP interface with its own rules. The surface is metadata of each endpoint; MCP, OAuth and the panel add theirs with
/// their routes.
/// </summary>
internal sealed record Surface
{
    /// <summary>The operations of the contract.</summary>
    public static readonly Surface Api = new() { Root = "/v1", IsAdmitted = true };

    /// <summary>Public pages and probes: documentation, the contract, health.</summary>
    public static readonly Surface Public = new();

    private static readonly Surface[] WithRoot = [Api];

    /// <summary>The common path prefix of its routes; an unknown route below it follows its rules. Null if there is none.</summary>
    public PathString? Root { get; private init; }

    /// <summary>
    /// Whether requests pass <see cref="Admission"/>, which checks the credential, counts the request against the caller's rate limits,
    /// writes the headers for them, and limits the headers of the request.
    /// </summary>
    public bool IsAdmitted { get; private init; }

    /// <summary>The surface of the routed endpoint; without an endpoint, the surface whose root the path is below.</summary>
    public static Surface Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Surface>()
        ?? Array.Find(WithRoot, surface => context.Request.Path.StartsWithSegments(surface.Root!.Value))
        ?? Public;
}
