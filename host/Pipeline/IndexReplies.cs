using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Replies;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

// Moves recent replies from memory to the index of SQLite.
internal sealed record IndexReplies(ReplyIndexStep Step) : ICommand<Result<int>>
{
    public static Job Job(ReplyIndex index) => new("index_replies", TimeSpan.FromSeconds(1), async (sender, token) =>
    {
        if (index.Next() is not { } step)
        {
            return false;
        }

        var stored = (await sender.Send(new IndexReplies(step), token)).Value;
        index.Advance(step);
        return stored > 0;
    });
}

internal sealed class IndexRepliesHandler(UnitOfWork unit) : ICommandHandler<IndexReplies, Result<int>>
{
    public async ValueTask<Result<int>> Handle(IndexReplies command, CancellationToken cancellationToken)
    {
        await ReplyIndex.Store(unit, command.Step);
        return command.Step.Entries.Count;
    }
}
