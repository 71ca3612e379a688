using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Kernel.Jobs;

/// <summary>Registers recurring jobs.</summary>
public static class JobServices
{
    /// <summary>Adds jobs that the host runs, each at its own interval.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, params ReadOnlySpan<Job> jobs)
    {
        foreach (var job in jobs)
        {
            services.AddSingleton(job);
        }

        return services;
    }
}
