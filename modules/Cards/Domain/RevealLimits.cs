using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>
/// How often card numbers are shown. One reveal belongs to one purchase; who reveals faster than anybody buys has got hold of a
/// credential. Every limit of the platform grows with <c>RateLimits:Scale</c>, these too.
/// </summary>
/// <param name="PerCard">Reveals of one card within the window.</param>
/// <param name="PerAccount">Reveals of all cards of an account within the window.</param>
internal sealed record RevealLimits(int PerCard, int PerAccount)
{
    private const int PerCardUnscaled = 30;
    private const int PerAccountUnscaled = 300;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public static RevealLimits Scaled(double scale) => new(Scale(PerCardUnscaled, scale), Scale(PerAccountUnscaled, scale));

    /// <summary>Whether one more reveal is too many.</summary>
    /// <param name="card">The card to be shown.</param>
    /// <param name="latest">The account's reveals within the window, newest first.</param>
    /// <param name="now">The time of the unit of work.</param>
    /// <returns>The refusal with the wait until it is not, or null.</returns>
    public Error? Refusal(string card, IReadOnlyList<AuditedAct> latest, DateTimeOffset now)
    {
        var ofCard = latest.Where(act => act.Subject == card).ToList();
        var (waitOfCard, waitOfAccount) = (Wait(ofCard, PerCard, now), Wait(latest, PerAccount, now));
        return waitOfCard == TimeSpan.Zero && waitOfAccount == TimeSpan.Zero ? null
            : waitOfCard > waitOfAccount ? Refuse(PerCard, waitOfCard)
            : Refuse(PerAccount, waitOfAccount);
    }

    private static Error Refuse(int limit, TimeSpan wait) => new(Errors.RevealLimitReached)
    {
        RetryAfterSeconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)),
        Limit = limit,
    };

    // Until so many have left the window that one more fits in.
    private static TimeSpan Wait(IReadOnlyList<AuditedAct> latest, int limit, DateTimeOffset now) =>
        latest.Count < limit ? TimeSpan.Zero : latest[limit - 1].At + Window - now;

    private static int Scale(int limit, double scale) => (int)Math.Clamp(limit * scale, 1, int.MaxValue);
}
