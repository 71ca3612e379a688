using System.Diagnostics.Metrics;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Ledger.Jobs;

// The result of the last reconciliation, for get_status, the log and the metric ledger.discrepancies.
internal sealed partial class ReconciliationState : IReconciliationStatus
{
    // The pause is nine times as long as the run, so reconciliation takes a tenth of the time at most.
    private const int RestFactor = 9;

    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private long notBefore;

    public ReconciliationState(TimeProvider clock, IMeterFactory meters, ILogger<ReconciliationState> logger)
    {
        this.clock = clock;
        this.logger = logger;
        meters.Create(TelemetryNames.Name).CreateObservableGauge(
            "ledger.discrepancies", () => Last.Discrepancies, description: "Discrepancies that the last reconciliation found.");
    }

    public Reconciliation Last { get; private set; } = new(null, 0);

    public bool IsDue => clock.GetTimestamp() >= Interlocked.Read(ref notBefore);

    public long Start() => clock.GetTimestamp();

    // A failed run counts as a discrepancy.
    public void Fail(long started)
    {
        Rest(started);
        Last = Last with { Discrepancies = Math.Max(1, Last.Discrepancies) };
    }

    public void End(long started, DateTimeOffset at, IReadOnlyList<Discrepancy> found)
    {
        Rest(started);
        foreach (var (check, subject, expected, value) in found)
        {
            LogFound(logger, check, subject, expected, value);
        }

        Last = new Reconciliation(at, found.Count);
    }

    private void Rest(long started)
    {
        var now = clock.GetTimestamp();
        Interlocked.Exchange(ref notBefore, now + RestFactor * (now - started));
    }

    [LoggerMessage(1, LogLevel.Error, "The books do not agree. {Check} of {Subject}: expected {Expected}, found {Found}.")]
    private static partial void LogFound(ILogger logger, string check, string subject, long expected, long found);
}
