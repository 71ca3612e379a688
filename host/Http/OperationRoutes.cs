using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Formatters;

namespace Cryptocardium.Host.Http;

// Maps the routes that the generated controllers declare to calls of their operations.
internal static class OperationRoutes
{
    public static IServiceCollection AddOperationRoutes(this IServiceCollection services)
    {
        services.AddMvcCore(Configure).AddApiExplorer().AddApplicationPart(typeof(ContractController).Assembly);
        return services.AddSingleton<OperationEndpoint>();
    }

    public static IEndpointConventionBuilder MapOperations(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<OperationEndpoint>();
        var controllers = routes.MapControllers();
        controllers.Finally(builder =>
        {
            var id = builder.Metadata.OfType<OperationAttribute>().Single().Name;
            builder.RequestDelegate = context => endpoint.Handle(context, id);
        });
        return controllers;
    }

    // The formatters only declare media types for the OpenAPI document of the running server.
    private static void Configure(MvcOptions options)
    {
        var json = options.OutputFormatters.OfType<SystemTextJsonOutputFormatter>().Single();
        json.SupportedMediaTypes.Clear();
        json.SupportedMediaTypes.Add(Call.Json);
        options.OutputFormatters.Clear();
        options.OutputFormatters.Add(json);
        var input = options.InputFormatters.OfType<SystemTextJsonInputFormatter>().Single();
        input.SupportedMediaTypes.Clear();
        input.SupportedMediaTypes.Add(Call.Json);
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
