using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Cards.Jobs;

// Files that a crash left in the waiting room: those that a row names go to their place, the others go.
internal sealed record SettleUploads : ICommand<Result<int>>
{
    public static readonly Job Job = new(
        "settle_uploads",
        TimeSpan.FromMinutes(10),
        static async (sender, token) => (await sender.Send(new SettleUploads(), token)).Value == SettleUploadsHandler.Batch);
}

internal sealed class SettleUploadsHandler(UnitOfWork unit, FileStore files) : ICommandHandler<SettleUploads, Result<int>>
{
    public const int Batch = 20;

    // No upload takes so long, and no commit that names it comes later.
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(25);

    public async ValueTask<Result<int>> Handle(SettleUploads command, CancellationToken cancellationToken)
    {
        var waiting = files.WaitingSince(unit.Now - LongestUpload).Take(Batch).ToList();
        foreach (var name in waiting)
        {
            if (await unit.IsEvidence(name))
            {
                files.Settle(name);
            }
            else
            {
                files.Discard(name);
            }
        }

        return waiting.Count;
    }
}
