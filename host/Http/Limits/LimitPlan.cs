namespace Cryptocardium.Host.Http.Limits;

// The windows that apply together to one kind of caller.
internal sealed record LimitPlan(WindowSize Second, WindowSize Minute, WindowSize Day)
{
    private const int SecondSlots = 10;
    private const int MinuteSlots = 30;
    private const int DaySlots = 48;

    /// <summary>Limits per credential; product documentation, "Rate limits".</summary>
    public static readonly LimitPlan Credential = Of(60, 1_000, 50_000);

    /// <summary>Limits of calls without a credential, per address.</summary>
    public static readonly LimitPlan Anonymous = Of(20, 120, 5_000);

    public LimitPlan Scaled(double scale) => new(Second.Scaled(scale), Minute.Scaled(scale), Day.Scaled(scale));

    private static LimitPlan Of(int second, int minute, int day) => new(
        new(second, TimeSpan.FromSeconds(1), SecondSlots),
        new(minute, TimeSpan.FromMinutes(1), MinuteSlots),
        new(day, TimeSpan.FromDays(1), DaySlots));
}
