namespace Cryptocardium.Benchmarks;

// Number and duration of rounds, connections, and external files.
internal sealed record Settings(int Rounds, TimeSpan Duration, int Connections)
{
    public static readonly Settings Default = new(Rounds: 5, Duration: TimeSpan.FromSeconds(4), Connections: 64);

    // The path of pgledger.sql; null when there is none.
    public string? PgLedger { get; init; }
}
