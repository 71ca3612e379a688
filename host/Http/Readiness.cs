using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;

namespace Cryptocardium.Host.Http;

// Whether requests should come here: the database answers, what must be done first is done, and nobody has asked the program to stop.
// For whoever distributes requests; /healthz only says that the program lives.
internal static class Readiness
{
    private static readonly Reply Ready = new(StatusCodes.Status200OK, """{"status":"ready"}"""u8.ToArray());
    private static readonly Reply NotReady = new(StatusCodes.Status503ServiceUnavailable, """{"status":"not_ready"}"""u8.ToArray());

    public static async Task Answer(HttpContext context)
    {
        var services = context.RequestServices;
        var isReady = services.GetRequiredService<JobHealth>().IsReady
            && !services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested
            && (await services.GetRequiredService<DatabaseProbe>().Check()).IsAnswering;
        await Http.Answer.Write(context, isReady ? Ready : NotReady);
    }
}
