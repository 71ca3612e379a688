using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>
/// The limits of revealed card numbers. One reveal serves one purchase, so many reveals point to a stolen credential. All limits of the
/// platform scale with <c>RateLimits:Scale</c>.
/// </summary>
/// <param name="PerCard">Reveals of one card within the window.</param>
/// <param name="PerAccount">Reveals of all cards of an account within the window.</param>
internal sealed record RevealLimits(int PerCard, int PerAccount)
{
    private const int PerCardUnscaled = 30;
    private const int PerAccountUnscaled = 300;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public static RevealLimits Scaled(double scale) => new(Scale(PerCardUnscaled, scale), Scale(PerAccountUnscaled, scale));

    /// <summary>Checks whether one more reveal exceeds a limit.</summary>
    /// <param name="card">The card to reveal.</param>
    /// <param name="latest">The account's reveals within the window, newest first.</param>
    /// <param name="now">The time of the unit of work.</param>
    /// <returns>The refusal with the time to wait, or null.</returns>
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

    // The time until enough reveals have left the window.
    private static TimeSpan Wait(IReadOnlyList<AuditedAct> latest, int limit, DateTimeOffset now) =>
        latest.Count < limit ? TimeSpan.Zero : latest[limit - 1].At + Window - now;

    private static int Scale(int limit, double scale) => (int)Math.Clamp(limit * scale, 1, int.MaxValue);
}
