using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Kernel.Jobs;
using Mediator;

namespace Cryptocardium.Cards.Jobs;

// Cleans up uploaded files that a crash left in the incoming folder: promotes those that a row names and deletes the others.
internal sealed record CleanUpUploads : ICommand<Result<int>>
{
    public static readonly Job Job = new(
        "settle_uploads",
        TimeSpan.FromMinutes(10),
        static async (sender, token) => (await sender.Send(new CleanUpUploads(), token)).Value == CleanUpUploadsHandler.Batch);
}

internal sealed class CleanUpUploadsHandler(UnitOfWork unit, FileStore files) : ICommandHandler<CleanUpUploads, Result<int>>
{
    public const int Batch = 20;

    // Longer than any upload and the commit that names its file.
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(25);

    public async ValueTask<Result<int>> Handle(CleanUpUploads command, CancellationToken cancellationToken)
    {
        var waiting = files.IncomingBefore(unit.Now - LongestUpload).Take(Batch).ToList();
        foreach (var name in waiting)
        {
            if (await unit.IsEvidence(name))
            {
                files.Promote(name);
            }
            else
            {
                files.Discard(name);
            }
        }

        return waiting.Count;
    }
}
