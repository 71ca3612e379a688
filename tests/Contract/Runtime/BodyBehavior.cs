using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>Marks a body as required unless its action allows an empty one.</summary>
internal sealed class BodyBehavior : IRequestBodyFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiRequestBody requestBody, RequestBodyFilterContext context)
    {
        var attribute = context.BodyParameterDescription.ParameterInfo().GetCustomAttribute<FromBodyAttribute>();
        ((OpenApiRequestBody)requestBody).Required = attribute?.EmptyBodyBehavior != EmptyBodyBehavior.Allow;
    }
}
