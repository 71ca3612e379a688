using Cryptocardium.Host;
using Cryptocardium.Host.Http;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cryptocardium.Modules.Tests.Http;

public sealed class SurfaceTests
{
    [Fact]
    public async Task Every_endpoint_names_its_surface()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using var app = Composition.Build([.. database.Arguments]);
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        Assert.Equal(V1.Operations.All.Count, endpoints.Count(endpoint => SurfaceOf(endpoint) == Surface.Api));
        Assert.All(endpoints, endpoint => Assert.Equal(
            endpoint.Metadata.GetMetadata<OperationAttribute>() is null ? Surface.Public : Surface.Api, SurfaceOf(endpoint)));
    }

    [Theory]
    [InlineData("/v1", true)]
    [InlineData("/v1/nothing", true)]
    [InlineData("/v10", false)]
    [InlineData("/nothing", false)]
    public void An_unknown_route_is_answered_by_the_surface_above_it(string path, bool isApi)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;

        Assert.Equal(isApi ? Surface.Api : Surface.Public, Surface.Of(context));
    }

    private static Surface? SurfaceOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<Surface>();
}
