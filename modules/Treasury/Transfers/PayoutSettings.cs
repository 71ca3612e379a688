using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Treasury.Transfers;

// How long payouts wait, in seconds.
internal sealed class PayoutSettings(IConfiguration configuration)
{
    private const int SecondsMax = 86_400;

    // A withdrawal is signed this long after it was made, so that there is time to take it back.
    public TimeSpan WithdrawalDelay { get; } = Seconds(configuration, "Treasury:WithdrawalDelaySeconds", least: 0, standard: 5);

    // How long a node has to send what it claimed, before another one may.
    public TimeSpan Lease { get; } = Seconds(configuration, "Treasury:PayoutLeaseSeconds", least: 1, standard: 30);

    private static TimeSpan Seconds(IConfiguration configuration, string key, int least, int standard)
    {
        if (configuration[key] is not { } text)
        {
            return TimeSpan.FromSeconds(standard);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= least && seconds <= SecondsMax
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidOperationException($"{key} is '{text}'; it is a number of seconds from {least} to {SecondsMax}.");
    }
}
