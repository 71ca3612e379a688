using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Cards.Simulator;

internal static class SimulatorServices
{
    public static IServiceCollection AddSimulatedIssuer(this IServiceCollection services) => services
        .AddSingleton<IModelPart, SimulatorModel>()
        .AddSingleton<SimulatedIssuerNetwork>()
        .AddScoped<ICardIssuer, SimulatedIssuer>();
}
