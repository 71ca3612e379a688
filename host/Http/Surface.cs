namespace Cryptocardium.Host.Http;

/// <summary>
/// A part of the HTTP interface that has rules of its own. Every endpoint names its surface; MCP, OAuth and the panel add theirs with
/// their routes.
/// </summary>
internal sealed record Surface
{
    /// <summary>The operations of the contract.</summary>
    public static readonly Surface Api = new() { Root = "/v1", IsAdmitted = true };

    /// <summary>Pages and probes for everybody: documentation, the contract, health.</summary>
    public static readonly Surface Public = new();

    private static readonly Surface[] WithRoot = [Api];

    /// <summary>The path that its routes begin with: a request for an unknown route below it is answered by its rules. Null where there is none.</summary>
    public PathString? Root { get; private init; }

    /// <summary>
    /// Whether a request passes <see cref="Admission"/>: its credential is checked, its caller's rate limits count it and are told in
    /// headers, and its own headers are limited.
    /// </summary>
    public bool IsAdmitted { get; private init; }

    /// <summary>The surface of the endpoint that the request was routed to; of a request that reached none, the surface whose root it is below.</summary>
    public static Surface Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ISurfaceMetadata>()?.Surface
        ?? Array.Find(WithRoot, surface => context.Request.Path.StartsWithSegments(surface.Root!.Value))
        ?? Public;
}
