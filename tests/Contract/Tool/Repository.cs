namespace Cryptocardium.Contract.Tests.Tool;

/// <summary>The path of the contract, independent of the working directory of the tests.</summary>
internal static class Repository
{
    public static string Contract { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? directory)
    {
        for (; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var yaml = Path.Combine(directory, "openapi", "v1.yaml");
            if (File.Exists(yaml))
                return yaml;
        }
        throw new FileNotFoundException("openapi/v1.yaml is in no folder above the tests.");
    }
}
