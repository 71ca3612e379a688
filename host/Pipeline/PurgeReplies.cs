using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Replies;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Deletes expired replies to free their space. Reads check the expiry themselves.
internal sealed record PurgeReplies(long After) : ICommand<Result<long?>>
{
    public static readonly Job Job = new("purge_replies", TimeSpan.FromMinutes(1), static async (sender, token) =>
    {
        for (long? after = 0; after is not null;)
        {
            token.ThrowIfCancellationRequested();
            after = (await sender.Send(new PurgeReplies(after.Value), token)).Value;
        }

        return false;
    });
}

internal sealed class PurgeRepliesHandler(UnitOfWork unit) : ICommandHandler<PurgeReplies, Result<long?>>
{
    public async ValueTask<Result<long?>> Handle(PurgeReplies command, CancellationToken cancellationToken) =>
        await ReplyStore.Purge(unit, command.After);
}
