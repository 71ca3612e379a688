namespace Cryptocardium.Treasury.Domain;

// How long to wait before another attempt: twice as long each time, up to an end.
internal static class Backoff
{
    private const int DoublingsMost = 30;

    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest)
    {
        var wait = first * Math.Pow(2, Math.Clamp(failures - 1, 0, DoublingsMost));
        return wait < longest ? wait : longest;
    }
}
