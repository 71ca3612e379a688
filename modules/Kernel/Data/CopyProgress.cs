using System.Globalization;

namespace Cryptocardium.Kernel.Data;

// Reports each tenth of a copy once.
internal sealed class CopyProgress(Action<string> report)
{
    private const int Tenths = 10;

    private long reported;

    public void Report(long done, long all)
    {
        var tenths = all == 0 ? Tenths : done * Tenths / all;
        if (tenths > reported)
        {
            reported = tenths;
            report(string.Create(CultureInfo.InvariantCulture, $"{tenths * Tenths} %"));
        }
    }
}
