using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Host.Http;

// Answers a load balancer whether to send requests to this node: the database answers and takes writes, the jobs that must run first have
// succeeded, and the program is not stopping. /healthz only says that the process is alive.
internal static class Readiness
{
    private static readonly Reply Ready = new(StatusCodes.Status200OK, """{"status":"ready"}"""u8.ToArray());
    private static readonly Reply NotReady = new(StatusCodes.Status503ServiceUnavailable, """{"status":"not_ready"}"""u8.ToArray());

    public static async Task Answer(HttpContext context)
    {
        var services = context.RequestServices;
        var isReady = services.GetRequiredService<JobHealth>().IsReady
            && !services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested
            && (await services.GetRequiredService<DatabaseProbe>().Check()).IsAnswering
            && await services.GetRequiredService<WriteProbe>().Check();
        await Http.Answer.Write(context, isReady ? Ready : NotReady);
    }
}
