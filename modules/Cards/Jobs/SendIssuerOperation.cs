using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Cards.Jobs;

// Sends a claimed operation to the issuer in its preparation and records the result. Returns whether the issuer has carried it out.
internal sealed record SendIssuerOperation(string Id, long Fence) : ICommand<Result<bool>>;

internal sealed partial class SendIssuerOperationHandler(
    UnitOfWork unit, Prepared<IssuerAnswer> answer, ILogger<SendIssuerOperationHandler> logger)
    : ICommandHandler<SendIssuerOperation, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(SendIssuerOperation command, CancellationToken cancellationToken)
    {
        await unit.LockIssuerOperation(command.Id);
        var operation = await (await unit.SetOutsideBatch<IssuerOperation>()).SingleAsync(row => row.Id == command.Id, cancellationToken);

        // Another node has claimed the operation since and records the result that it gets.
        if (operation.Fence != command.Fence || operation.ConfirmedAt is not null || answer.Found is not { } given)
        {
            return false;
        }

        if (given.Refusal is null)
        {
            operation.Confirm(unit.Now);
        }
        else
        {
            operation.SetAside(unit.Now);
            LogRefused(logger, operation.Id, operation.Kind, given.Refusal.Kind.Code, operation.Failures, operation.LookAfter);
        }

        return given.Refusal is null;
    }

    [LoggerMessage(1, LogLevel.Warning, "The issuer refused {Kind} {Operation} with {Code}, {Failures} in a row; the next attempt is after {LookAfter}.")]
    private static partial void LogRefused(
        ILogger logger, string operation, string kind, string code, int failures, DateTimeOffset lookAfter);
}

// The issuer's result of an order; the refusal is null when it was carried out.
internal sealed record IssuerAnswer(Error? Refusal);

internal sealed class SendIssuerOperationPreparation(UnitOfWork unit, ICardIssuer issuer, Prepared<IssuerAnswer> answer)
    : IPreparation<SendIssuerOperation>
{
    public async ValueTask<Error?> Prepare(SendIssuerOperation message, CancellationToken cancellationToken)
    {
        var operation = await (await unit.SetOutsideBatch<IssuerOperation>()).FirstOrDefaultAsync(
            row => row.Id == message.Id && row.Fence == message.Fence && row.ConfirmedAt == null, cancellationToken);
        await unit.DisposeAsync();
        if (operation is not null)
        {
            answer.Leave(new IssuerAnswer(await issuer.Apply(Order(operation), cancellationToken)));
        }

        return null;
    }

    private static IssuerOrder Order(IssuerOperation operation) => new()
    {
        Reference = operation.Id,
        Account = operation.AccountId,
        Mode = operation.Mode,
        Card = operation.CardId,
        Kind = operation.Kind,
        Amount = operation.AmountUsd,
        NewCard = operation.NewCardId,
        IssuedAs = operation.IssuedAs,
    };
}
