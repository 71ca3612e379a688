using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Mediator;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Ledger.Jobs;

// Recomputes the journals that are new since the last run. The preparation scans them on a reader's connection; the unit of work only
// stores the result.
internal sealed record VerifyJournals : ICommand<Result<int>>
{
    public static readonly Job Job = new("verify_journals", TimeSpan.FromSeconds(5), static async (sender, token) =>
    {
        await sender.Send(new VerifyJournals(), token);
        return false;
    })
    { TakesLong = true };
}

internal sealed partial class VerifyJournalsHandler(
    Prepared<ScannedLanes> scanned, VerifiedLanes lanes, FirstScan first, ILogger<VerifyJournalsHandler> logger)
    : ICommandHandler<VerifyJournals, Result<int>>
{
    /// <returns>The number of changed lanes.</returns>
    public async ValueTask<Result<int>> Handle(VerifyJournals command, CancellationToken cancellationToken)
    {
        var changed = scanned.Value.Changed;
        foreach (var lane in changed)
        {
            await lanes.Store(lane);
        }

        foreach (var fault in first.IsAhead || changed.Any(lane => lane.To.Fault is not null) ? await lanes.Faults() : [])
        {
            LogFault(logger, fault);
        }

        first.IsAhead = false;
        return changed.Count;
    }

    [LoggerMessage(1, LogLevel.Error, "The ledger is not as it was posted: {Fault}")]
    private static partial void LogFault(ILogger logger, LedgerFault fault);
}
