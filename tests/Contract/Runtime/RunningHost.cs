using System.Text.Json;
using Cryptocardium.Host;
using Cryptocardium.Host.Http;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>The composed product without starting it: its routes, and the document that Swashbuckle derives from its controllers.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private const string Version = "v1";

    private readonly string directory = Directory.CreateTempSubdirectory("cryptocardium-contract-").FullName;
    private readonly WebApplication app;

    /// <summary>Composes the product. It opens no port and no database.</summary>
    public RunningHost()
    {
        app = Composition.Build([$"--Data:Directory={directory}", "--Urls=http://127.0.0.1:0"], Describe);
    }

    /// <summary>Every route of the product.</summary>
    public IEnumerable<RouteEndpoint> Routes => ((IEndpointRouteBuilder)app).DataSources
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>();

    /// <summary>The runtime document as JSON of OpenAPI 3.0.</summary>
    public async Task<JsonElement> Document()
    {
        var document = app.Services.GetRequiredService<ISwaggerProvider>().GetSwagger(Version);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0);
        using var parsed = JsonDocument.Parse(json);
        return parsed.RootElement.Clone();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    // Swashbuckle needs to be told the operationId, that an amount is a number on the wire, and whether an action binds without
    // a body.
    private static void Describe(IServiceCollection services)
    {
        services.AddEndpointsApiExplorer().AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Version, new OpenApiInfo { Title = "What the controllers say", Version = Version });
            options.SupportNonNullableReferenceTypes();
            options.MapType<Usd>(() => new OpenApiSchema { Type = JsonSchemaType.Number });
            options.MapType<Usd?>(() => new OpenApiSchema { Type = JsonSchemaType.Number });
            options.CustomOperationIds(action =>
                action.ActionDescriptor.EndpointMetadata.OfType<OperationAttribute>().SingleOrDefault() is { } declared
                    ? V1.Operations.All.Single(operation => operation.Name == declared.Name).Id
                    : null);
            options.RequestBodyFilter<BodyBehavior>();
        });
        var usual = services.Last(service => service.ServiceType == typeof(ISerializerDataContractResolver)).ImplementationFactory!;
        services.AddTransient<ISerializerDataContractResolver>(
            provider => new ChangeContracts((ISerializerDataContractResolver)usual(provider)));
    }
}
