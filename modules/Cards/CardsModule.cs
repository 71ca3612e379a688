using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Handlers;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Cards;

/// <summary>Registers cards, their vault and the authorisation engine.</summary>
public static class CardsModule
{
    /// <summary>Adds the module to the host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="liveIssuer">The adapter of live mode, <c>Rails:Live:Issuer</c>; sandbox is always simulated.</param>
    /// <exception cref="ArgumentException">There is no such adapter.</exception>
    public static IServiceCollection AddCards(this IServiceCollection services, string liveIssuer = SimulatedIssuer.AdapterName)
    {
        if (liveIssuer != SimulatedIssuer.AdapterName)
        {
            throw new ArgumentException($"Rails:Live:Issuer: there is no adapter '{liveIssuer}'.", nameof(liveIssuer));
        }

        return services
            .AddSingleton<IModelPart, CardsModel>()
            .AddScoped<Vault>()
            .AddScoped<ICardIssuer, SimulatedIssuer>()
            .AddScoped<IStatusSource, IssuerStatus>()
            .AddScoped<CardDesk>()
            .AddScoped<Embosser>()
            .AddScoped<CardMoney>()
            .AddScoped<Capturer>();
    }
}
