using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Treasury;

/// <summary>Lets a test do, in a unit of work and with the module's own parts, what no command does by itself.</summary>
internal static class JobWork
{
    public static Task Run(AsyncServiceScope scope, Func<IServiceProvider, Task> work)
    {
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        return scope.ServiceProvider.GetRequiredService<Writers>().Run("", async session =>
        {
            await unit.Attach(session);
            await work(scope.ServiceProvider);
            await unit.Save();
            unit.Detach();
            return true;
        });
    }
}
