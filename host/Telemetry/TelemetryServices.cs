namespace Cryptocardium.Host.Telemetry;

// Traces and metrics, where somebody wants them.
internal static class TelemetryServices
{
    // Added first, it starts first, and is disposed of last.
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (Export.IsOn(builder.Configuration))
        {
            builder.Services.AddHostedService<Export>();
        }
    }

    public static void UseTelemetry(this WebApplication app)
    {
        if (Export.IsOn(app.Configuration))
        {
            app.UseMiddleware<RequestSpan>();
        }
    }
}
