namespace Cryptocardium.Tests.Scenarios;

// Kills by progress, not by the clock: a slow machine gets as far as a fast one before it dies.
internal sealed class Countdown : IDisposable
{
    private readonly SemaphoreSlim answered = new(0);

    public void Add() => answered.Release();

    public void Dispose() => answered.Dispose();

    public async Task WaitAsync(int answers)
    {
        for (var i = 0; i < answers; i++)
        {
            await answered.WaitAsync();
        }
    }
}
