namespace Cryptocardium.Benchmarks;

// How long and how often.
internal sealed record Settings(int Rounds, TimeSpan Duration, int Connections)
{
    public static readonly Settings Default = new(Rounds: 5, Duration: TimeSpan.FromSeconds(4), Connections: 64);
}
