using System.Text.Json;
using Cryptocardium.V1;
using Microsoft.AspNetCore.Mvc.Formatters;

namespace Cryptocardium.Host.Http.Mvc;

// Binds the body that was read and checked before, whatever its label.
internal sealed class BodyFormatter : InputFormatter
{
    public BodyFormatter() => SupportedMediaTypes.Add(ContentRules.Json);

    public override bool CanRead(InputFormatterContext context) => true;

    public override Task<InputFormatterResult> ReadAsync(InputFormatterContext context)
    {
        var body = context.HttpContext.RequestServices.GetRequiredService<Exchange>().Body;
        return body.IsEmpty
            ? InputFormatterResult.NoValueAsync()
            : InputFormatterResult.SuccessAsync(JsonSerializer.Deserialize(body.Span, V1Json.Default.GetTypeInfo(context.ModelType)!));
    }

    public override Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context) => ReadAsync(context);
}
