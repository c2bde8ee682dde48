import java.util.*;
public class Leak { static List<Object> kept=new ArrayList<>(); static class Cart { byte[] b=new byte[4096]; }
 static void serve(int n){ for(int i=0;i<n;i++) kept.add(new Cart()); }
 public static void main(String[] a){ serve(Integer.parseInt(a[0])); } }
