namespace Cryptocardium.Host.Http.Wire;

// The place of one connection among those that may be open.
internal sealed class ConnectionSlot(OpenConnections sameAddress, Action release) : IDisposable
{
    private int isReleased;

    /// <summary>The open connections of the same address, this one included.</summary>
    public OpenConnections SameAddress => sameAddress;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isReleased, 1) == 0)
        {
            release();
        }
    }
}
