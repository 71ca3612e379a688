using Cryptocardium.Host.Commands;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Host.Control;

internal static class ControlServices
{
    /// <summary>Adds the control socket and its commands to a server on SQLite. On PostgreSQL each process writes by itself.</summary>
    public static void AddControl(this IServiceCollection services)
    {
        services.AddSingleton(Operator.Command.Served);
        services.AddSingleton(RotateVaultKey.Command.Served);
        if (services.Any(service => service.ImplementationInstance is DatabaseOptions { Engine: Engine.Sqlite }))
        {
            services.AddHostedService<ControlServer>();
        }
    }
}
