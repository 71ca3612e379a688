using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Captures;
using Cryptocardium.Cards.Contract;
using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Cards.Jobs;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Cards.Shipping;
using Cryptocardium.Cards.Simulator;
using Cryptocardium.Cards.Wallets;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Cards;

/// <summary>Registers cards, their vault, authorizations and disputes.</summary>
public static class CardsModule
{
    private const string LiveIssuerKey = "Rails:Live:Issuer";
    private const string ScaleKey = "RateLimits:Scale";

    /// <summary>Adds the module to the host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">
    /// Reads <c>Rails:Live:Issuer</c> (sandbox is always simulated), <c>RateLimits:Scale</c> and <c>Cards:HoldWindows</c>.
    /// </param>
    /// <exception cref="RemedyException">A setting has a value that is not allowed.</exception>
    public static IServiceCollection AddCards(this IServiceCollection services, IConfiguration configuration)
    {
        var issuer = configuration[LiveIssuerKey] ?? SimulatedIssuer.AdapterName;
        if (issuer != SimulatedIssuer.AdapterName)
        {
            throw new RemedyException($"{LiveIssuerKey} is '{issuer}'; the one adapter is {SimulatedIssuer.AdapterName}.");
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
            .AddScoped<UsageCounter>()
            .AddScoped<Authorizer>()
            .AddScoped<Capturer>()
            .AddScoped<Purchases>()
            .AddScoped<Releaser>()
            .AddScoped<AdvicePosting>()
            .AddScoped<Refunder>()
            .AddScoped<AuthorizationReader>()
            .AddIssuer()
            .AddDisputes()
            .AddJobs(
                CancelDueCards.Job, CleanUpUploads.Job, DueIssuerOperations.Job, ExpireHolds.Job, MeetDisputeDeadlines.Job, MoveShipments.Job);
    }

    // The operations that need the issuer are those that the contract lets answer upstream_issuer_down.
    private static IServiceCollection AddIssuer(this IServiceCollection services) => services
        .AddSimulatedIssuer()
        .AddScoped<IssuerOrders>()
        .AddScoped<InertCards>()
        .AddScoped<CardOpening>()
        .AddScoped<IPreparation<SendIssuerOperation>, SendIssuerOperationPreparation>()
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
        .AddScoped<StoredEvidence>()
        .AddScoped<DisputeJournals>()
        .AddScoped<DisputeEvents>()
        .AddScoped<DisputeProgress>()
        .AddScoped<IPreparation<AddDisputeEvidence>, AddDisputeEvidencePreparation>()
        .AddSingleton(AbsorbDispute.Command);
}
