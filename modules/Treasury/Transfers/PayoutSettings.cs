using System.Globalization;
using Cryptocardium.Kernel;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Treasury.Transfers;

// Durations of payouts, configured in seconds.
internal sealed class PayoutSettings(IConfiguration configuration)
{
    private const int SecondsMax = 86_400;

    // Between the creation of a withdrawal and its signature, so that it can be cancelled.
    public TimeSpan WithdrawalDelay { get; } = Seconds(configuration, "Treasury:WithdrawalDelaySeconds", least: 0, standard: 5);

    // Between the claim of a payout by one node and the next possible claim by another.
    public TimeSpan Lease { get; } = Seconds(configuration, "Treasury:PayoutLeaseSeconds", least: 1, standard: 30);

    private static TimeSpan Seconds(IConfiguration configuration, string key, int least, int standard)
    {
        if (configuration[key] is not { } text)
        {
            return TimeSpan.FromSeconds(standard);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= least && seconds <= SecondsMax
            ? TimeSpan.FromSeconds(seconds)
            : throw new RemedyException($"{key} is '{text}'; it is a number of seconds from {least} to {SecondsMax}.");
    }
}
