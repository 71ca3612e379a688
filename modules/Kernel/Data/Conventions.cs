using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cryptocardium.Kernel.Data;

/// <summary>The storage of value types: money as micro-dollars, time as Unix milliseconds, ids and modes as text.</summary>
public static class Conventions
{
    /// <summary>Stores an id type as its text.</summary>
    public static void StoreId<TId>(this ModelConfigurationBuilder conventions)
        where TId : struct, IId<TId> => conventions.Properties<TId>().HaveConversion<IdConverter<TId>>();

    internal static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Usd>().HaveConversion<UsdConverter>();
        conventions.DefaultTypeMapping<Usd>().HasConversion<UsdConverter>();
        conventions.Properties<DateTimeOffset>().HaveConversion<TimeConverter>();
        conventions.Properties<Mode>().HaveConversion<ModeConverter>();
        conventions.StoreId<AccountId>();
    }

    internal static void NameColumns(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    private sealed class IdConverter<TId>() : ValueConverter<TId, string>(id => id.Value, text => Make(text))
        where TId : struct, IId<TId>
    {
        private static TId Make(string text) => TId.From(text);
    }

    private sealed class UsdConverter() : ValueConverter<Usd, long>(usd => usd.Micros, micros => new Usd(micros));

    private sealed class TimeConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    private sealed class ModeConverter() : ValueConverter<Mode, string>(mode => mode.Text(), text => ModeText.Parse(text));
}
