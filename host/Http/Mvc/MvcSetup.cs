using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Cryptocardium.Host.Http.Mvc;

// The little of MVC that generated controllers need.
internal static class MvcSetup
{
    public static IServiceCollection AddControllersOfTheContract(this IServiceCollection services)
    {
        services.AddSingleton<IObjectModelValidator, NoValidation>();
        services.AddMvcCore(Configure).AddApiExplorer().AddApplicationPart(typeof(ContractController).Assembly);
        return services;
    }

    private static void Configure(MvcOptions options)
    {
        options.InputFormatters.Clear();
        options.InputFormatters.Add(new BodyFormatter());

        // Answers are written as bytes; this one only tells the runtime document their type.
        var json = options.OutputFormatters.OfType<SystemTextJsonOutputFormatter>().Single();
        json.SupportedMediaTypes.Clear();
        json.SupportedMediaTypes.Add(ContentRules.Json);
        options.OutputFormatters.Clear();
        options.OutputFormatters.Add(json);

        // Not the ones that would parse a body labelled as a form.
        options.ValueProviderFactories.Clear();
        options.ValueProviderFactories.Add(new RouteValueProviderFactory());
        options.ValueProviderFactories.Add(new QueryStringValueProviderFactory());
        options.ModelValidatorProviders.Clear();
        options.ModelMetadataDetailsProviders.Add(new EmptyIsText());
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
