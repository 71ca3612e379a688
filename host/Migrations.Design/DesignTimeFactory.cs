using System.Reflection;
using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cryptocardium.Migrations.Design;

/// <summary>Gives dotnet ef the context with every module's part of the model, for the database that it is asked about.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<CryptocardiumDb>
{
    /// <param name="args">The engine's name, alone.</param>
    public CryptocardiumDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CryptocardiumDb>();
        return Enum.Parse<Engine>(args.Single()) switch
        {
            Engine.Sqlite => new(options.UseSqlite(sqlite => sqlite.MigrationsAssembly(Database.SqliteMigrations)).Options, Parts()),
            _ => new(options.UseNpgsql(npgsql => npgsql.MigrationsAssembly(Database.PostgresMigrations)).Options, Parts()),
        };
    }

    // Found, not listed: a module that were forgotten here would lose its tables with the next migration.
    private static IEnumerable<IModelPart> Parts() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "Cryptocardium.*.dll").Order(StringComparer.Ordinal)
        let assembly = Assembly.Load(AssemblyName.GetAssemblyName(file))
        where assembly != typeof(CryptocardiumDb).Assembly
        from type in assembly.GetTypes()
        where type.IsAssignableTo(typeof(IModelPart))
        select (IModelPart)Activator.CreateInstance(type, nonPublic: true)!;
}
