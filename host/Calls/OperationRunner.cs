using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Host.Calls;

// Runs calls of every channel: contract check, Idempotency-Key, message, answer.
internal sealed class OperationRunner(ISender sender, Call call, UnitOfWork unit, ContractRules rules, IdempotencyClaims claims, ReplyWriter replies) : IOperations
{
    public Error? Check(OperationCall operation) =>
        RequestCheck.Of(operation, rules.Of(operation.Operation)) ?? IdempotencyClaims.Check(operation);

    public async ValueTask<OperationAnswer> Run(OperationCall operation, CancellationToken cancellationToken)
    {
        if (Check(operation) is { } refusal)
        {
            return new(replies.From(refusal, call));
        }

        call.Channel = operation.Channel;
        call.MediaType = operation.MediaType;
        call.Idempotency = claims.Of(operation, rules.Of(operation.Operation), call);
        var outcome = await OperationSender.Send(sender, operation, cancellationToken);

        // Returns the database connection before the response is written, so that slow clients do not hold connections.
        await unit.DisposeAsync();
        return call.Download is { } download && outcome.Error is null
            ? new(Reply: null, download)
            : new(call.Reply ?? replies.From(operation.Operation, outcome, call));
    }
}
