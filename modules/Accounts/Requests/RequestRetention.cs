using System.Globalization;
using Cryptocardium.Kernel;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Accounts.Requests;

// How long the request log keeps a request.
internal sealed class RequestRetention
{
    public const string Setting = "Retention:RequestLogs";

    private static readonly TimeSpan Standard = TimeSpan.FromDays(30);
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(3_650);

    public RequestRetention(IConfiguration configuration)
    {
        Period = Standard;
        if (configuration[Setting] is { } text)
        {
            Period = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var period) && period >= Least && period <= Most
                ? period
                : throw new RemedyException($"{Setting} is '{text}'; it is a time span from 00:01 to 3650 days, such as 12:00 or 30.00:00.");
        }
    }

    public TimeSpan Period { get; }
}
