using System.Diagnostics;
using Cryptocardium.Host.Calls;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Replies;
using Cryptocardium.Kernel.Writing;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Runs a command in a writer's transaction: effect, events and the stored reply commit together. A refusal undoes the effect and is
// stored itself. Queries pass through.
internal sealed class UnitOfWorkBehavior<TMessage, TResponse>(Call call, UnitOfWork unit, BalanceChanges changes, Writers writers, ReplyStore replies, ReplyWriter writer)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IMessage
    where TResponse : IOutcome<TResponse>
{
    // The span of the current wait of the command: first for its turn, then for the commit.
    private Activity? wait;

    public async ValueTask<TResponse> Handle(
        TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        if (message is not ICommand<TResponse>)
        {
            return await next(message, cancellationToken);
        }

        wait = TelemetryNames.Spans.StartActivity("writer.queue");
        try
        {
            return await writers.Run(call.Account.Value ?? "", session => Attempt(session, message, next));
        }
        catch (KeyInUseException)
        {
            return TResponse.Refuse(new Error(Errors.IdempotencyInProgress) { RetryAfterSeconds = 1 });
        }
        catch (Exception exception) when (exception is not CommitUnknownException)
        {
            call.ClearEffects();
            throw;
        }
        finally
        {
            wait?.Dispose();
        }
    }

    private async ValueTask<TResponse> Attempt(DatabaseSession session, TMessage message, MessageHandlerDelegate<TMessage, TResponse> next)
    {
        EndWait();
        await unit.Attach(session);
        try
        {
            var response = await Execute(message, next);
            wait = TelemetryNames.Spans.StartActivity("writer.commit");
            return response;
        }
        finally
        {
            unit.Detach();
        }
    }

    // A retried command resumes in the context in which it was queued, whose current span has ended.
    private void EndWait()
    {
        if (wait is not null)
        {
            wait.Dispose();
            Activity.Current = wait.Parent;
        }
    }

    private async ValueTask<TResponse> Execute(TMessage message, MessageHandlerDelegate<TMessage, TResponse> next)
    {
        call.Reply = null;
        call.ClearEffects();
        changes.Forget();
        if (call.Idempotency is { } claim && await replies.Claim(unit, claim) is { } found)
        {
            return Replay.Answer<TResponse>(call, claim, found);
        }

        unit.BeginEffect(isClaimed: call.Idempotency is not null);

        // The caller can no longer cancel, since the command is part of a batch.
        var response = await next(message, CancellationToken.None);
        await (response.Error is null ? Complete() : Undo());
        unit.EndEffect();
        if (message is IOperationMessage operation)
        {
            call.Reply = writer.From(operation.Info, response, call);
            if (call.Idempotency is not null && IsRemembered(response.Error))
            {
                await replies.Add(unit, call.Idempotency, call.Reply);
            }
        }

        return response;
    }

    private ValueTask Undo()
    {
        call.ClearEffects();
        return unit.Undo();
    }

    private async ValueTask Complete()
    {
        await unit.Save();
        await changes.RaiseAll();
    }

    // Stores successes, and refusals that depend on stored state: a repeated call must not be decided again.
    private static bool IsRemembered(Error? error) => error is null || error.Kind.Status is
        StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status409Conflict
        or StatusCodes.Status422UnprocessableEntity;
}
