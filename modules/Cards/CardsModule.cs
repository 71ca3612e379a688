using Cryptocardium.Cards.Contract;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Handlers;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Cards.Jobs;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Cards;

/// <summary>Registers cards, their vault and the authorisation engine.</summary>
public static class CardsModule
{
    private const string LiveIssuerKey = "Rails:Live:Issuer";
    private const string ScaleKey = "RateLimits:Scale";

    /// <summary>Adds the module to the host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">
    /// Reads <c>Rails:Live:Issuer</c>, for sandbox is always simulated, <c>RateLimits:Scale</c> and <c>Cards:HoldWindows</c>.
    /// </param>
    /// <exception cref="InvalidOperationException">A setting is not what it must be.</exception>
    public static IServiceCollection AddCards(this IServiceCollection services, IConfiguration configuration)
    {
        var issuer = configuration[LiveIssuerKey] ?? SimulatedIssuer.AdapterName;
        if (issuer != SimulatedIssuer.AdapterName)
        {
            throw new InvalidOperationException($"{LiveIssuerKey} is '{issuer}'; it can be {SimulatedIssuer.AdapterName}.");
        }

        return services
            .AddSingleton<IModelPart, CardsModel>()
            .AddSingleton<VaultKeys>()
            .AddSingleton(new HoldWindows(configuration))
            .AddScoped<Vault>()
            .AddSingleton(RevealLimits.Scaled(configuration.GetValue(ScaleKey, 1.0)))
            .AddScoped<IVaultRotation, SentVaultRotation>()
            .AddScoped<IStatusSource, IssuerStatus>()
            .AddScoped<IReconciliationSource, CardsReconciliation>()
            .AddScoped<StoredCards>()
            .AddScoped<ControlChanges>()
            .AddScoped<IssueOrders>()
            .AddScoped<CardCreation>()
            .AddScoped<CardMoney>()
            .AddScoped<CardCanceller>()
            .AddScoped<StoredShipments>()
            .AddScoped<StoredWalletTokens>()
            .AddSingleton(CancelDueCards.Job)
            .AddSingleton(MoveShipments.Job)
            .AddScoped<UsageCounter>()
            .AddScoped<Authorizer>()
            .AddScoped<Capturer>()
            .AddScoped<Purchases>()
            .AddScoped<Releaser>()
            .AddScoped<AdvicePosting>()
            .AddScoped<Refunder>()
            .AddScoped<AuthorizationReader>()
            .AddSingleton(ExpireHolds.Job)
            .AddIssuer()
            .AddDisputes();
    }

    // With the operations that need it: those that the contract lets answer upstream_issuer_down.
    private static IServiceCollection AddIssuer(this IServiceCollection services) => services
        .AddScoped<ICardIssuer, SimulatedIssuer>()
        .AddSingleton<SimulatedIssuerNetwork>()
        .AddScoped<IssuerOrders>()
        .AddScoped<InertCards>()
        .AddScoped<CardOpening>()
        .AddScoped<IPreparation<SendIssuerOperation>, SendIssuerOperationPreparation>()
        .AddSingleton(DueIssuerOperations.Job)
        .AddScoped<IPreparation<IssueCard>, IssueCardPreparation>()
        .Reaching<RevealPan>(command => command.CardId)
        .Reaching<FreezeCard>(command => command.CardId)
        .Reaching<UnfreezeCard>(command => command.CardId)
        .Reaching<LoadCard>(command => command.CardId)
        .Reaching<UnloadCard>(command => command.CardId)
        .Reaching<CancelCard>(command => command.CardId)
        .AddScoped<IPreparation<ReplaceCard>, ReplaceCardPreparation>()
        .Reaching<ProvisionWallet>(command => command.CardId);

    private static IServiceCollection Reaching<TMessage>(this IServiceCollection services, Func<TMessage, string> cardOf) => services
        .AddSingleton(cardOf)
        .AddScoped<IPreparation<TMessage>, ReachIssuer<TMessage>>();

    private static IServiceCollection AddDisputes(this IServiceCollection services) => services
        .AddScoped<StoredDisputes>()
        .AddScoped<DisputeJournals>()
        .AddScoped<DisputeEvents>()
        .AddScoped<DisputeProgress>()
        .AddScoped<IPreparation<AddDisputeEvidence>, AddDisputeEvidencePreparation>()
        .AddSingleton(CleanUpUploads.Job)
        .AddSingleton(MeetDisputeDeadlines.Job)
        .AddSingleton(AbsorbDispute.Command);
}
