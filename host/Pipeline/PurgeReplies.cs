using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Replies;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Deletes expired replies to free their space. Reads check the expiry themselves.
internal sealed record PurgeReplies : ICommand<Result<int>>
{
    public static readonly Job Job = new(
        "purge_replies", TimeSpan.FromMinutes(1), async (sender, token) => (await sender.Send(new PurgeReplies(), token)).Value == PurgeRepliesHandler.Batch);
}

internal sealed class PurgeRepliesHandler(UnitOfWork unit) : ICommandHandler<PurgeReplies, Result<int>>
{
    public const int Batch = 500;

    public async ValueTask<Result<int>> Handle(PurgeReplies command, CancellationToken cancellationToken) => await ReplyStore.Purge(unit, Batch);
}
