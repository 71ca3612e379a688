namespace Cryptocardium.Cards.Domain;

// How long a merchant may take to capture before its hold falls back. Purchases are taken as made without the card present.
internal static class HoldWindow
{
    public static readonly TimeSpan CardNotPresent = TimeSpan.FromDays(10);
    public static readonly TimeSpan LodgingAndRental = TimeSpan.FromDays(30);
    public static readonly TimeSpan Fuel = TimeSpan.FromHours(2);

    public static TimeSpan Of(string mcc) => mcc switch
    {
        "7011" or "7512" or "4411" => LodgingAndRental,
        "5542" => Fuel,
        _ => CardNotPresent,
    };
}
