"""certready: supplier certification readiness assessor for Mexican makers of devices, components, drugs and APIs."""

__version__ = "0.1.0"
