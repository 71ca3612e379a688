using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Cards.Jobs;

// Finds the operations to send now: at most the oldest of each card, so that the orders about a card arrive in their order.
internal sealed record DueIssuerOperations : IQuery<Result<IReadOnlyList<string>>>
{
    public static readonly Job Job = new("send_issuer_operations", TimeSpan.FromSeconds(1), Run);

    private const int AtOnce = 4;

    private static async ValueTask<bool> Run(JobSender sender, CancellationToken token)
    {
        var due = (await sender.Send(new DueIssuerOperations(), token)).Value;
        return await BoundedWork.Run(due, static id => id, AtOnce, (id, token) => Send(sender, id, token), token) > 0;
    }

    // Returns whether the issuer has carried out the order. A failure does not stop the other operations.
    private static async ValueTask<bool> Send(JobSender sender, string id, CancellationToken token)
    {
        try
        {
            var fence = (await sender.Send(new ClaimIssuerOperation(id), token)).Value;
            return fence != ClaimIssuerOperation.NotOurs && (await sender.Send(new SendIssuerOperation(id, fence), token)).Value;
        }
#pragma warning disable CA1031 // handed on to the command that logs it and puts the operation off
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await sender.Send(new SetAsideIssuerOperation(id, exception), CancellationToken.None);
            return false;
        }
    }
}

internal sealed class DueIssuerOperationsHandler(UnitOfWork unit) : IQueryHandler<DueIssuerOperations, Result<IReadOnlyList<string>>>
{
    private const int Batch = 20;

    public async ValueTask<Result<IReadOnlyList<string>>> Handle(DueIssuerOperations query, CancellationToken cancellationToken) =>
        await unit.DueIssuerOperations(Batch);
}
