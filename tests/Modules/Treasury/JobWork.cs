using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Treasury;

/// <summary>Runs code of a test in a unit of work with the services of the module.</summary>
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
