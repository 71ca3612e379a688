using System.Diagnostics.Metrics;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Ledger.Jobs;

// What the last reconciliation found: for get_status, for the log, and as the metric ledger.discrepancies.
internal sealed partial class ReconciliationState : IReconciliationStatus
{
    // However much there is to read, nine tenths of the time nothing is read.
    private const int RestFactor = 9;

    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private long notBefore;

    public ReconciliationState(TimeProvider clock, IMeterFactory meters, ILogger<ReconciliationState> logger)
    {
        this.clock = clock;
        this.logger = logger;
        meters.Create(TelemetryNames.Name).CreateObservableGauge(
            "ledger.discrepancies", () => Last.Discrepancies, description: "Things that do not agree with the books.");
    }

    public Reconciliation Last { get; private set; } = new(null, 0);

    public bool IsDue => clock.GetTimestamp() >= Interlocked.Read(ref notBefore);

    public long Start() => clock.GetTimestamp();

    // The books could not be read to the end.
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
