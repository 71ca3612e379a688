namespace Cryptocardium.Host.Http;

// The metadata of an endpoint that names its surface.
internal interface ISurfaceMetadata
{
    Surface Surface { get; }
}
