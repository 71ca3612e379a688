namespace Cryptocardium.Host.Http.Wire;

// The count of open connections of one address; changed under the lock of the slots.
internal sealed class OpenConnections
{
    // A client with more connections sends calls at once.
    private const int SerialMax = 4;

    private int count;

    /// <summary>Whether a client at the address may have sent calls before it could read the response to an earlier one.</summary>
    public bool MayCallAtOnce => Count > SerialMax;

    public int Count
    {
        get => Volatile.Read(ref count);
        set => Volatile.Write(ref count, value);
    }
}
