namespace Cryptocardium.Tests.Scenarios;

// Triggers the kill after a number of responses instead of a time, so that it does not depend on the speed of the machine.
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
