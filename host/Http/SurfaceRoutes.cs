namespace Cryptocardium.Host.Http;

internal static class SurfaceRoutes
{
    /// <summary>Puts endpoints on a surface.</summary>
    public static TBuilder On<TBuilder>(this TBuilder endpoints, Surface surface)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(surface);
}
